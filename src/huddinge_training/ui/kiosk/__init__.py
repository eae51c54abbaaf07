"""What a kiosk shows instead of opening file dialogs."""
