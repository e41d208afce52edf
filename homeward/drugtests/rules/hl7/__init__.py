"""HL7 version 2 result messages: read with positions, understood or not, acknowledged."""
