"""The window: the only place that knows Qt. A frame, its components, and one folder a screen."""
