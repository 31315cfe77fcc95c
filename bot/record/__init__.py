"""The record: one class, one SQLite file. All SQL of the project lives here."""
