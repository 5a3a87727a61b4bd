"""From an article to what LanguageTool finds in it: passages that it can read, and findings in our words."""
