<?php
// One WordPress with two installations: a network of sites, and one site alone. The name in the address says which.
$port = getenv('WORDPRESS_PORT');
$alone = $_SERVER['HTTP_HOST'] === "alone.localhost:$port";
$table_prefix = $alone ? 'alone_' : 'network_';
define('DB_NAME', 'wordpress');
define('DB_USER', 'root');
define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:' . getenv('WORDPRESS_SOCKET'));
define('DB_CHARSET', 'utf8mb4');
define('WP_DEFAULT_THEME', 'twentytwentythree');
// Application passwords, which the tests publish with, want https everywhere else.
define('WP_ENVIRONMENT_TYPE', 'local');
// Nothing is asked of a host that is not on this machine.
define('DISABLE_WP_CRON', true);
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('WP_ACCESSIBLE_HOSTS', '127.0.0.1');
// A network begins as one site, and is one once its tables are there.
if (!$alone && !getenv('WORDPRESS_BEFORE_NETWORK')) {
    define('MULTISITE', true);
    define('SUBDOMAIN_INSTALL', true);
    define('DOMAIN_CURRENT_SITE', "localhost:$port");
    define('PATH_CURRENT_SITE', '/');
    define('SITE_ID_CURRENT_SITE', 1);
    define('BLOG_ID_CURRENT_SITE', 1);
}
require_once ABSPATH . 'wp-settings.php';
