"""How clients may be reached, and the neutral notices that went out."""
