package org.nlcen.app.attack;

/** Computation for one image that runs beside the window. All calls return at once. */
public interface AttackWork extends AutoCloseable {

    /** The epsilon on the screen is wanted next; the latest call wins. */
    void epsilon(double epsilon);

    /** The transfer matrix at this epsilon is wanted, after what is on the screen; NaN for none. */
    void transfer(double epsilon);

    /** Stops after the step at hand; what was computed stays. */
    void pause();

    /** Goes on after {@link #pause()}. */
    void resume();

    /** Stops for good within one step. */
    @Override
    void close();
}
