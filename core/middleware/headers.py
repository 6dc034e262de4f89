"""Security headers: a strict policy for readers, a separate one for the admin."""

PUBLIC_POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'self'",
}


class SecurityHeadersMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if not request.path_info.startswith("/admin/"):
            policy = "; ".join(f"{name} {value}" for name, value in PUBLIC_POLICY.items())
            response.headers.setdefault("Content-Security-Policy", policy)
        return response
