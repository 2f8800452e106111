package app.parlance.engine;

import app.parlance.engine.ModelPool.Priority;
import app.parlance.engine.PoolWait.Reason;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What a pool does about a request as things stand. */
sealed interface PoolPlan {
    /** It is in memory and fits. */
    record Take(HeldModel held) implements PoolPlan { }

    /** Load it, when these are closed. */
    record Open(List<HeldModel> victims) implements PoolPlan { }

    /** Look again when something changed. */
    record Wait(PoolWait forWhat) implements PoolPlan { }

    /**
     * Decides; changes nothing.
     *
     * @param held all models of the pool
     * @param need of the request's model
     * @param personWaits whether a person's request waits too
     */
    static PoolPlan of(OpenRequest request, long need, Priority priority, List<HeldModel> held, long budget, boolean personWaits) {
        if (priority == Priority.BACKGROUND && (personWaits || held.stream().anyMatch(HeldModel::isPersons))) {
            return wait(Reason.PERSON_FIRST, held, HeldModel::isPersons);
        }
        Path file = request.file().toAbsolutePath().normalize();
        Optional<HeldModel> same = held.stream().filter(each -> each.file.equals(file) && !each.isDead()).findFirst();
        if (same.isPresent()) {
            HeldModel found = same.get();
            if (found.serves(request)) return new Take(found);
            if (found.isChanging()) return wait(Reason.CHANGING, held, found::equals);
            if (found.isLeased()) return wait(Reason.OTHER_SETTINGS, held, found::equals);
        }
        return makeRoom(need, held, budget, same.stream().toList());
    }

    private static PoolPlan makeRoom(long need, List<HeldModel> held, long budget, List<HeldModel> replaced) {
        List<HeldModel> victims = new ArrayList<>(held.stream().filter(each -> each.isDead() && !replaced.contains(each)).toList());
        victims.addAll(replaced);
        long taken = held.stream().mapToLong(each -> each.bytes).sum() - victims.stream().mapToLong(each -> each.bytes).sum();
        List<HeldModel> idle = held.stream().filter(each -> each.isIdle() && !victims.contains(each))
                .sorted(Comparator.comparingLong(HeldModel::idleNanos).reversed()).toList();
        for (HeldModel next : idle) {
            if (taken + need <= budget) break;
            victims.add(next);
            taken -= next.bytes;
        }
        boolean alone = victims.size() == held.size();
        return taken + need <= budget || alone ? new Open(victims) : wait(Reason.MEMORY, held, each -> !each.isIdle());
    }

    private static Wait wait(Reason reason, List<HeldModel> held, Predicate<HeldModel> of) {
        return new Wait(new PoolWait(reason, held.stream().filter(of).map(each -> each.file).toList()));
    }
}
