<?php
// Does one step of the installation. The last step prints a password for everybody, by name. Needs: the folder, the host, the step.
[, $root, $host, $step] = $argv;
$_SERVER += ['HTTP_HOST' => $host, 'REQUEST_URI' => '/', 'SERVER_PROTOCOL' => 'HTTP/1.1', 'REMOTE_ADDR' => '127.0.0.1'];
$_SERVER['PHP_SELF'] = '/index.php';
define('ABSPATH', "$root/");
if ($step === 'tables') {
    define('WP_INSTALLING', true);
}
require ABSPATH . 'wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';

function add_tables($host) {
    wp_install('Careers', 'owner', 'owner@example.org', true, '', 'owner');
    if ($host !== 'alone.localhost:' . getenv('WORDPRESS_PORT')) {
        global $wpdb;
        $wpdb->set_prefix($wpdb->base_prefix);
        foreach ($wpdb->tables('ms_global') as $table => $name) {
            $wpdb->$table = $name;
        }
        install_network();
        populate_network(1, $host, 'owner@example.org', 'University', '/', true);
    }
}

function add_people($host) {
    if (is_multisite()) {
        // WordPress takes the port out of the name, and then nobody finds the site.
        add_filter('wp_normalize_site_data', fn ($site) => ['domain' => "careers.$host"] + $site, 20);
        switch_to_blog(wpmu_create_blog("careers.$host", '/', 'Careers', get_user_by('login', 'owner')->ID));
    }
    foreach (['administrator', 'editor', 'author'] as $role) {
        $person = ['user_login' => $role, 'user_pass' => $role, 'user_email' => "$role@example.org", 'role' => $role];
        wp_insert_user($person);
    }
    $passwords = [];
    foreach (['owner', 'administrator', 'editor', 'author'] as $name) {
        $user = get_user_by('login', $name)->ID;
        $passwords[$name] = WP_Application_Passwords::create_new_application_password($user, ['name' => 'test'])[0];
    }
    echo json_encode($passwords);
}

$step === 'tables' ? add_tables($host) : add_people($host);
