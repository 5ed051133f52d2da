"""What everything is made of: frozen records, parsed once, with no way back to YAML."""
