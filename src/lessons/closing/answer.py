if opcode == 0x9:    # Ping
    send(0xA, payload)
elif opcode == 0x8:  # Close
    if not close_sent:
        send(0x8, payload)
    if server:
        sock.close()
