package org.nlcen.app;

import org.nlcen.app.attack.AttackWork;

/** The work of a workshop that says all it has to say at the start. */
public final class IdleWork implements AttackWork {
    @Override
    public void epsilon(double epsilon) {}

    @Override
    public void transfer(double epsilon) {}

    @Override
    public void pause() {}

    @Override
    public void resume() {}

    @Override
    public void close() {}
}
