<?php

return [
    'greeting' => 'Olá :name,',
    'footer' => 'Seguralia Seguros S.A., Rua do Carmo 40, 1200-094 Lisboa, Portugal',

    'received' => [
        'subject' => 'Recebemos a sua participação',
        'body' => 'A sua participação tem o número :claim.',
        'no_repair' => 'Por favor, não mande reparar os danos antes de o nosso perito os ver.',
        'you_wrote' => 'Escreveu-nos:',
        'answer' => 'Responderemos no prazo de 24 horas.',
        'button' => 'Acompanhar a participação',
    ],

    'followup' => [
        'subject' => 'A sua participação: o próximo passo',
        'body' => ':assessor está a tratar da sua participação :claim e visita-o no dia :date.',
        'next' => 'O perito telefona-lhe para combinar uma data.',
    ],

    'paid' => [
        'subject' => 'A sua indemnização foi paga',
        'body' => 'Enviámos :amount para a sua conta terminada em :tail.',
        'objection' => 'Se não concordar com o valor, pode reclamar no prazo de 30 dias.',
    ],

    'offer' => [
        'subject' => 'Uma proposta para o próximo ano',
        'body' => 'Renove já a sua apólice e mantenha o preço deste ano.',
        'button' => 'Ver a proposta',
        'unsubscribe' => 'Deixar de receber propostas',
    ],
];
