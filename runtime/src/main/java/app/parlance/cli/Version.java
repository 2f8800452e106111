package app.parlance.cli;

import app.parlance.platform.Machine;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"Parlance " + Machine.programVersion(), "Java " + Runtime.version()};
    }
}
