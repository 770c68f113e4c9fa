"""Courses, meetings and workshops: seats, attendance, evaluation, certificates, the calendar."""
