"""Rules about style: most are data, in YAML; those that must count or pair marks are programs."""
