package app.parlance.engine.llama.worker;

import app.parlance.engine.EngineException;
import app.parlance.engine.llama.host.Host;
import app.parlance.engine.llama.protocol.Order;
import app.parlance.engine.llama.protocol.Report;
import java.util.function.DoubleConsumer;

/** A build of llama.cpp in this worker. Used by the computing thread. */
interface Library {
    /**
     * Loads a model.
     *
     * @param progress told 0..1 where the library says
     * @throws RuntimeException when it cannot be loaded and the reason stands on standard error only
     */
    Host open(Order.Open order, DoubleConsumer progress) throws EngineException;

    Report.Described describe() throws EngineException;

    void quantize(Order.Quantize order, DoubleConsumer progress) throws EngineException;
}
