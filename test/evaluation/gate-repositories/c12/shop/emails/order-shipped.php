<?php defined( 'ABSPATH' ) || exit; ?>
<html>
<body>
<p>Hello <?php echo esc_html( $first_name ); ?>,</p>
<p>your order <?= $order_number ?> is on its way and arrives within 3 days.</p>
<p><a href="<?php echo esc_url( $tracking_url ); ?>">Follow the parcel</a></p>
<?php if ( $gift ) : ?>
<p>It is a gift; the invoice comes by mail.</p>
</body>
</html>
