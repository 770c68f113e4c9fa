"""The shared look: page shell, components, and the values they are drawn from."""
