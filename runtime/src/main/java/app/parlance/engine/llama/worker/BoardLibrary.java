package app.parlance.engine.llama.worker;

import app.parlance.engine.EngineException;
import app.parlance.engine.EngineException.Kind;
import app.parlance.engine.llama.host.Host;
import app.parlance.engine.llama.kherud.KherudHost;
import app.parlance.engine.llama.protocol.Order;
import app.parlance.engine.llama.protocol.Report;
import java.util.function.DoubleConsumer;

/** The llama.cpp that is always on board, in de.kherud:llama. */
final class BoardLibrary implements Library {
    @Override
    public Host open(Order.Open order, DoubleConsumer progress) throws EngineException {
        return KherudHost.open(order);
    }

    @Override
    public Report.Described describe() {
        return new Report.Described("b4916", System.mapLibraryName("jllama"));
    }

    @Override
    public void quantize(Order.Quantize order, DoubleConsumer progress) throws EngineException {
        throw new EngineException(Kind.NOT_POSSIBLE, "The runtime on board cannot make smaller variants of a model.", "Get the newer runtime under Models.");
    }
}
