package pl.dziennik.support.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;

/** Refuses U+0000 in any text of a body, before anything is stored. */
@Singleton
public class StrictTexts implements ObjectMapperCustomizer {
  /** Deeper bodies are attacks: ours nest four levels. */
  private static final int MAX_DEPTH = 50;

  @Override
  public void customize(ObjectMapper mapper) {
    mapper.registerModule(
        new SimpleModule("strict-texts").addDeserializer(String.class, new StrictString()));
    mapper
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build());
  }

  private static final class StrictString extends StdScalarDeserializer<String> {
    private static final long serialVersionUID = 1L;

    StrictString() {
      super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      String text = StringDeserializer.instance.deserialize(parser, context);
      if (text.indexOf('\0') >= 0) {
        throw new NulCharacterException(parser);
      }
      return text;
    }
  }
}
