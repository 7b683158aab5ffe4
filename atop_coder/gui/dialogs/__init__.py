"""What asks a person for something, beside the work and never in its way."""
