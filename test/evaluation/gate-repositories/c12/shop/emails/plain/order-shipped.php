<?php defined( 'ABSPATH' ) || exit; ?>
Hello <?php echo $first_name; ?>,

your order <?= $order_number ?> is on its <b>way</b> and arrives within 5 days. 
