"""What is seen on the computer: Qt windows over the services, with no rules of their own."""
