"""What the consent engine has let a relative or an agency be shown, until their page is over."""
