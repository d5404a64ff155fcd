"""The portal's face: components, forms, words and page furniture."""
