"""Rules about what the house has settled; without a house style they find nothing."""
