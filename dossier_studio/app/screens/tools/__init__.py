"""Calculators and registers beside the dossier; each works with and without one."""
