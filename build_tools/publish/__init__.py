"""The published site: MkDocs run beside it, its names and policy, and the swap."""
