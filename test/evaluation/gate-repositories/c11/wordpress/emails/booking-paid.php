<?php
/**
 * Mail to the patient when a course was paid.
 *
 * @var WC_Order $order
 */
defined( 'ABSPATH' ) || exit;

do_action( 'woocommerce_email_header', $email_heading, $email ); ?>

<p><?php printf( esc_html__( 'Hi %s,', 'lindenhof' ), esc_html( $order->get_billing_first_name() ) ); ?></p>
<p><?php printf( esc_html__( 'we received your payment for order #%s.', 'lindenhof' ), esc_html( $order->get_order_number() ) ); ?></p>
<?php if ( $course_url ) : ?>
<p><a href="<?php echo esc_url( $course_url ); ?>"><?php esc_html_e( 'Open the course', 'lindenhof' ); ?></a></p>
<?php endif; ?>
<?php foreach ( $order->get_items() as $item ) { ?>
<p><?= esc_html( $item->get_name() ) ?></p>
<?php } ?>
<?php
do_action( 'woocommerce_email_footer', $email );
