<?php
/**
 * Mail to the patient when a course was paid (plain).
 */
defined( 'ABSPATH' ) || exit;

echo "= " . wp_strip_all_tags( $email_heading ) . " =\n\n";
printf( __( 'Hi %s,', 'lindenhof' ), $order->get_billing_first_name() );
echo "\n\n";
printf( __( 'we received your payment for order #%s.', 'lindenhof' ), $order->get_order_number() );
if ( $course_url ) {
	echo "\n\n" . __( 'Open the course', 'lindenhof' ) . ': ' . esc_url_raw( $course_url );
}
foreach ( $order->get_items() as $item ) {
	echo "\n- " . $item->get_name();
}
