"""Tests of bot/asking."""
