"""Grammar and spelling by LanguageTool, a server that runs on this machine."""
