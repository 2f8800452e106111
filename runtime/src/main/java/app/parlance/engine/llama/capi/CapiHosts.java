package app.parlance.engine.llama.capi;

import app.parlance.engine.Capability;
import java.util.EnumSet;
import java.util.Set;

/** Opens models through llama.cpp's C API. */
public final class CapiHosts {
    public static final Set<Capability> CAPABILITIES = Set.copyOf(EnumSet.allOf(Capability.class));

    private CapiHosts() { }
}
