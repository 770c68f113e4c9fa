"""What people do with exercises: arranging them, answering, agreeing."""
