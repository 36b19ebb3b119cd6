"""For leaders: what a programme costs in hours, and how to start one."""

from app.coaching.programme.capacity import Capacity, capacity
from app.coaching.programme.dated import plan_programme, wish_from
from app.coaching.programme.plan import Programme, is_capacity_question

__all__ = ["Capacity", "Programme", "capacity", "is_capacity_question", "plan_programme", "wish_from"]
