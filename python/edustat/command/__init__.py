# SPDX-License-Identifier: Apache-2.0
"""The command line: everything that prints. `import edustat` loads none of it."""
