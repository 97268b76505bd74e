"""The network that weighs at which of the times of a text something was said."""
