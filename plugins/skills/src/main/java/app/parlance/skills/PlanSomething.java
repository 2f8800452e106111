package app.parlance.skills;

/** Plans a week of meals, a move, a party; can be sent as it stands. */
public final class PlanSomething extends WordedSkill {
    public PlanSomething() {
        super("plan-something", 40);
    }
}
