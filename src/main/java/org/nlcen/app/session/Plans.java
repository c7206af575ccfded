package org.nlcen.app.session;

import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.Optional;

import org.nlcen.attack.AttackGoal;
import org.nlcen.attack.AttackMethod;
import org.nlcen.attack.AttackPlan;
import org.nlcen.attack.AttackSettings;
import org.nlcen.attack.GoalChoice;
import org.nlcen.image.Mask;
import org.nlcen.image.NetworkInput;

/** Plans of attack as sessions keep them. */
final class Plans {
    private static final int PIXELS = NetworkInput.SIZE * NetworkInput.SIZE;

    private Plans() {}

    static Session.Attack kept(AttackPlan plan, double epsilon) {
        AttackSettings settings = plan.settings();
        GoalChoice goal = plan.goal();
        return new Session.Attack(
                settings.method().name(),
                settings.steps(),
                settings.starts(),
                settings.seed(),
                goal.kind().name(),
                goal.mask().map(Plans::bits).orElse(null),
                goal.right(),
                goal.down(),
                plan.source().orElse(null),
                epsilon);
    }

    /** @throws IllegalArgumentException for what this program does not know */
    static AttackPlan plan(Session.Attack kept) {
        AttackMethod method = AttackMethod.valueOf(String.valueOf(kept.method()));
        AttackGoal.Kind kind = AttackGoal.Kind.valueOf(String.valueOf(kept.goal()));
        Optional<Mask> mask = Optional.ofNullable(kept.goalMask()).map(Plans::mask);
        return new AttackPlan(
                new AttackSettings(method, kept.steps(), kept.starts(), kept.seed()),
                new GoalChoice(kind, mask, kept.right(), kept.down()),
                Optional.ofNullable(kept.source()));
    }

    /** Whether this program knows such an attack. */
    static boolean understood(Session.Attack kept) {
        try {
            plan(kept);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String bits(Mask mask) {
        BitSet bits = new BitSet(PIXELS);
        for (int i = 0; i < PIXELS; i++) {
            bits.set(i, mask.get(i));
        }
        return Base64.getEncoder().encodeToString(Arrays.copyOf(bits.toByteArray(), PIXELS / Byte.SIZE));
    }

    private static Mask mask(String text) {
        byte[] bytes = Base64.getDecoder().decode(text);
        if (bytes.length != PIXELS / Byte.SIZE) {
            throw new IllegalArgumentException("no mask of 256x256: " + bytes.length + " bytes");
        }
        BitSet bits = BitSet.valueOf(bytes);
        boolean[] pixels = new boolean[PIXELS];
        for (int i = 0; i < PIXELS; i++) {
            pixels[i] = bits.get(i);
        }
        return Mask.of(NetworkInput.SIZE, NetworkInput.SIZE, pixels);
    }
}
