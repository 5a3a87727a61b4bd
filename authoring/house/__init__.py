"""Where a writer's own words depart from the house style, and what it has instead."""
