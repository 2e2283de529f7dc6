package pl.dziennik.events.document;

/**
 * Kafka headers of a document message, CloudEvents 1.0 in binary mode. The value is the document as
 * rendered; it is stored as it came.
 */
public final class DocumentHeaders {
  public static final String TYPE = "pl.dziennik.document.v1";
  public static final String CE_SPEC_VERSION = "ce_specversion";
  public static final String CE_ID = "ce_id";
  public static final String CE_SOURCE = "ce_source";
  public static final String CE_TYPE = "ce_type";
  public static final String CE_SUBJECT = "ce_subject";
  public static final String CONTENT_TYPE = "content-type";
  public static final String TRACEPARENT = "traceparent";

  /** CloudEvents extensions: lower case letters and digits only. */
  public static final String SCHOOL = "ce_school";

  public static final String AUDIENCE = "ce_audience";
  public static final String CATEGORY = "ce_category";
  public static final String PERIOD = "ce_period";

  /** Synergia's epoch of the school and the document's version in it. */
  public static final String EPOCH = "ce_epoch";

  public static final String VERSION = "ce_version";

  /** Generation of the scope that this rendering answers. */
  public static final String GENERATION_EPOCH = "ce_genepoch";

  public static final String GENERATION_NUMBER = "ce_gennumber";

  private DocumentHeaders() {}
}
