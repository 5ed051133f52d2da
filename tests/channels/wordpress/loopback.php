<?php
// Plugin: WordPress reads pasted addresses on this machine as well, and sends no mail.
add_filter('http_request_host_is_external', fn ($external, $host) => $external || $host === '127.0.0.1', 10, 2);
add_filter('http_allowed_safe_ports', fn ($ports, $host, $url) => [...$ports, parse_url($url, PHP_URL_PORT)], 10, 3);

function wp_mail() {
    return true;
}
