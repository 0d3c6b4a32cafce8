"""What screens are made of; none of them knows a dossier's folder or a job."""
