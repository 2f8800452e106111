package app.parlance.engine.llama.protocol;

import app.parlance.engine.EngineException;
import app.parlance.engine.StopReason;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** {@link Report}s as bytes. */
final class ReportCodec implements Wire.Codec<Report> {
    @Override
    public void write(DataOutputStream out, Report report) throws IOException {
        switch (report) {
            case Report.Opened opened -> {
                out.writeByte(0);
                out.writeInt(opened.contextTokens());
            }
            case Report.Refused refused -> {
                out.writeByte(1);
                Fields.constant(out, refused.kind());
                Fields.text(out, refused.message());
                Fields.text(out, refused.remedy());
            }
            case Report.Accepted accepted -> {
                out.writeByte(2);
                out.writeInt(accepted.promptTokens());
            }
            case Report.PromptRead progress -> {
                out.writeByte(3);
                out.writeInt(progress.read());
                out.writeInt(progress.total());
            }
            case Report.Written written -> {
                out.writeByte(4);
                Fields.text(out, written.text());
                out.writeInt(written.tokens());
            }
            case Report.Finished finished -> {
                out.writeByte(5);
                Fields.constant(out, finished.reason());
                out.writeInt(finished.promptTokens());
                out.writeInt(finished.reusedTokens());
                out.writeInt(finished.completionTokens());
            }
            case Report.Counted counted -> {
                out.writeByte(6);
                out.writeInt(counted.tokens());
            }
            case Report.Embedded embedded -> {
                out.writeByte(7);
                Fields.list(out, embedded.vectors(), Fields::vector);
            }
        }
    }

    @Override
    public Report read(DataInputStream in) throws IOException {
        return switch (in.readByte()) {
            case 0 -> new Report.Opened(in.readInt());
            case 1 -> new Report.Refused(Fields.constant(in, EngineException.Kind.class), Fields.text(in), Fields.text(in));
            case 2 -> new Report.Accepted(in.readInt());
            case 3 -> new Report.PromptRead(in.readInt(), in.readInt());
            case 4 -> new Report.Written(Fields.text(in), in.readInt());
            case 5 -> new Report.Finished(Fields.constant(in, StopReason.class), in.readInt(), in.readInt(), in.readInt());
            case 6 -> new Report.Counted(in.readInt());
            case 7 -> new Report.Embedded(Fields.list(in, Fields::vector));
            default -> throw new IOException("no report of that kind");
        };
    }
}
