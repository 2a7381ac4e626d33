"""The dataset for agents: a server of the Model Context Protocol, whose answers carry their citations.

Import `biograph.agents.server` only where the extra `[mcp]` is installed.
"""
