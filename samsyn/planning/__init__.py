"""From a need to the annual report: proposals, votes, decisions, the plan and its projects."""
