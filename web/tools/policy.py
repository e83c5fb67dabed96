"""What the page may do, said once: as HTTP headers by server.py, and as a <meta> copy in every HTML file by site.py
for hosts whose headers we do not set (a <meta> cannot carry frame-ancestors)."""

CSP = {
    "default-src": "'none'",
    "script-src": "'self' 'wasm-unsafe-eval'",
    "style-src": "'self'",
    "font-src": "'self'",
    "img-src": "'self' data: blob:",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "'none'",
    "require-trusted-types-for": "'script'",
    "trusted-types": "'none'",
}
CSP_HEADER = "; ".join(f"{name} {value}" for name, value in CSP.items())
CSP_META = "; ".join(f"{name} {value}" for name, value in CSP.items() if name != "frame-ancestors")

# Clipboard for copy and paste, full screen for the wall; everything else is off.
ALLOWED = ("clipboard-read", "clipboard-write", "fullscreen")
DENIED = ("accelerometer", "autoplay", "browsing-topics", "camera", "display-capture",
          "encrypted-media", "gamepad", "geolocation", "gyroscope", "hid", "identity-credentials-get", "idle-detection",
          "local-fonts", "magnetometer", "microphone", "midi", "otp-credentials", "payment", "picture-in-picture",
          "publickey-credentials-create", "publickey-credentials-get", "screen-wake-lock", "serial", "usb", "xr-spatial-tracking")

HEADERS = {
    "Content-Security-Policy": CSP_HEADER,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join([f"{name}=(self)" for name in ALLOWED] + [f"{name}=()" for name in DENIED]),
}
