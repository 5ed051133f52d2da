<?php
// What a web server’s rewrite rules do: files are sent as they are, and all else is WordPress.
if (is_file($_SERVER['DOCUMENT_ROOT'] . $_SERVER['SCRIPT_NAME']) && $_SERVER['SCRIPT_NAME'] !== '/index.php') {
    return false;
}
// Otherwise WordPress would take the folder that the links lead to.
define('ABSPATH', $_SERVER['DOCUMENT_ROOT'] . '/');
require ABSPATH . 'index.php';
