"""Trains, measures and exports the neural reader of HearsayLanguage."""
