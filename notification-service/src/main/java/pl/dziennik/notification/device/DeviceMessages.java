package pl.dziennik.notification.device;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import pl.dziennik.notification.device.Devices.Device;

/** Devices as clients write and read them. */
final class DeviceMessages {
  private DeviceMessages() {}

  /** The ways in which a device is reached. */
  @Schema(name = "NotificationDeviceKind")
  public enum Kind {
    WEB_PUSH
  }

  /**
   * A browser's {@code PushSubscription} as it stands, with its kind.
   *
   * @param endpoint https, of a known push service
   * @param name how the person calls the device
   */
  @Schema(name = "NotificationDeviceRequest")
  public record DeviceRequest(
      @NotNull Kind kind,
      @NotBlank @Size(max = 2000) String endpoint,
      @NotNull @Valid KeysRequest keys,
      @Nullable @Size(max = 100) String name) {}

  @Schema(name = "NotificationDeviceKeys")
  public record KeysRequest(
      @NotBlank @Size(max = 200) String p256dh, @NotBlank @Size(max = 100) String auth) {}

  /**
   * @param pushService host of the service that takes the pushes
   */
  @Schema(name = "NotificationDevice")
  public record DeviceResponse(
      UUID id, Kind kind, String name, String pushService, Instant createdAt) {
    static DeviceResponse of(Device d) {
      return new DeviceResponse(d.id(), Kind.WEB_PUSH, d.name(), d.host(), d.createdAt());
    }
  }

  /**
   * @param next always empty: all devices fit a page
   */
  @Schema(name = "NotificationDevicePage")
  public record DevicePage(List<DeviceResponse> items, String next) {}

  /**
   * @param publicKey uncompressed P-256 point, base64url
   */
  @Schema(name = "NotificationVapidKey")
  public record VapidKeyResponse(String publicKey) {}
}
