"""The guide on this machine, built anew after each edit."""
