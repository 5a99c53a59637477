project = "nizkorcite"
copyright = "2026, nizkorcite contributors"
extensions = ["myst_parser"]
html_theme = "furo"
html_title = "nizkorcite"
exclude_patterns = ["_build"]
myst_heading_anchors = 3
