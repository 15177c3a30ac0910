{{/* What two names say of an object: whose it is, and which part of it. */}}
{{- define "scribe.selector" -}}
app.kubernetes.io/part-of: medic-scribe
app.kubernetes.io/name: {{ . }}
{{- end -}}

{{- define "scribe.labels" -}}
{{ include "scribe.selector" .name }}
app.kubernetes.io/version: {{ .root.Values.image.tag | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ .root.Chart.Name }}-{{ .root.Chart.Version }}
{{- end -}}

{{/* The Pod Security Standard "restricted", and nothing that can be written but what is mounted. */}}
{{- define "scribe.podSecurity" -}}
runAsNonRoot: true
runAsUser: {{ .user }}
runAsGroup: {{ .user }}
fsGroup: {{ .user }}
fsGroupChangePolicy: OnRootMismatch
seccompProfile: {type: RuntimeDefault}
{{- end -}}

{{- define "scribe.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: {drop: [ALL]}
{{- end -}}

{{- define "scribe.image" -}}
{{ .root.Values.image.repository }}/{{ .name }}:{{ .root.Values.image.tag }}
{{- end -}}

{{/* Zones first, then nodes: one of either may go. */}}
{{- define "scribe.spread" -}}
{{- range list "topology.kubernetes.io/zone" "kubernetes.io/hostname" }}
- maxSkew: 1
  topologyKey: {{ . }}
  whenUnsatisfiable: ScheduleAnyway
  labelSelector:
    matchLabels:
      {{- include "scribe.selector" $.name | nindent 6 }}
{{- end }}
{{- end -}}

{{/* One replica goes at a time when nodes are emptied; a single one could never go. */}}
{{- define "scribe.disruption" -}}
{{- if gt (int .replicas) 1 }}
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: {{ .name }}
  labels:
    {{- include "scribe.labels" . | nindent 4 }}
spec:
  maxUnavailable: 1
  selector:
    matchLabels:
      {{- include "scribe.selector" .name | nindent 6 }}
{{- end }}
{{- end -}}

{{/* How a service signs in to Kafka: by the key pair that Strimzi made for its KafkaUser. */}}
{{- define "scribe.kafka" -}}
- {name: KAFKA_BOOTSTRAP_SERVERS, value: "{{ .root.Values.kafka.name }}-kafka-bootstrap:9093"}
- {name: KAFKA_SECURITY_PROTOCOL, value: SSL}
- {name: KAFKA_SSL_TRUSTSTORE_TYPE, value: PEM}
- {name: KAFKA_SSL_TRUSTSTORE_LOCATION, value: /etc/kafka-authority/ca.crt}
- {name: KAFKA_SSL_KEYSTORE_TYPE, value: PKCS12}
- {name: KAFKA_SSL_KEYSTORE_LOCATION, value: /etc/kafka-user/user.p12}
- name: KAFKA_SSL_KEYSTORE_PASSWORD
  valueFrom:
    secretKeyRef: {name: {{ .name }}, key: user.password}
{{- end -}}

{{- define "scribe.signIn" -}}
{{- $signIn := .Values.signIn -}}
- {name: ENVIRONMENT, value: production}
- {name: OIDC_ISSUER, value: {{ $signIn.issuer | quote }}}
- {name: OIDC_JWKS_URL, value: {{ $signIn.jwksUrl | quote }}}
- {name: OIDC_AUDIENCE, value: {{ $signIn.audience | quote }}}
- {name: MEDIC_SCRIBE_IDENTITY_ROLES_CLAIM, value: {{ $signIn.rolesClaim | quote }}}
- {name: MEDIC_SCRIBE_IDENTITY_TENANT_CLAIM, value: {{ $signIn.tenantClaim | quote }}}
- {name: MEDIC_SCRIBE_IDENTITY_DEFAULT_TENANT, value: {{ $signIn.defaultTenant | quote }}}
- {name: MEDIC_SCRIBE_IDENTITY_ASSURANCE_CLAIM, value: {{ $signIn.assuranceClaim | quote }}}
- {name: MEDIC_SCRIBE_IDENTITY_ASSURANCE, value: {{ $signIn.assurance | quote }}}
- {name: MEDIC_SCRIBE_IDENTITY_LONGEST_TOKEN_AGE, value: {{ $signIn.longestTokenAge | quote }}}
{{- with .Values.secrets.jwt }}
- name: JWT_SECRET
  valueFrom:
    secretKeyRef: {name: {{ . }}, key: secret}
{{- end }}
{{- end -}}

{{/*
A Java service: its Deployment, Service and disruption budget.
name, port, root; replicas (nothing where KEDA counts them), least (how many there always are), resources,
heap (percent), temporary (size of /tmp), env, volumes and mounts (lists as text, may be empty), settings (by
name), recreate.
*/}}
{{- define "scribe.service" -}}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ .name }}
  labels:
    {{- include "scribe.labels" . | nindent 4 }}
spec:
  {{- with .replicas }}
  replicas: {{ . }}
  {{- end }}
  revisionHistoryLimit: 3
  strategy:
    {{- if .recreate }}
    # Its volume can be mounted by one node only.
    type: Recreate
    {{- else }}
    type: RollingUpdate
    # The new replica is ready before an old one goes.
    rollingUpdate: {maxSurge: 1, maxUnavailable: 0}
    {{- end }}
  selector:
    matchLabels:
      {{- include "scribe.selector" .name | nindent 6 }}
  template:
    metadata:
      labels:
        {{- include "scribe.labels" . | nindent 8 }}
    spec:
      automountServiceAccountToken: false
      enableServiceLinks: false
      # What is in hand when the signal comes is finished in seconds, and a recorder resumes by itself.
      terminationGracePeriodSeconds: 90
      securityContext:
        {{- include "scribe.podSecurity" (dict "user" 10001) | nindent 8 }}
      {{- with .root.Values.image.pullSecrets }}
      imagePullSecrets:
        {{- range . }}
        - name: {{ . }}
        {{- end }}
      {{- end }}
      topologySpreadConstraints:
        {{- include "scribe.spread" . | trim | nindent 8 }}
      containers:
        - name: {{ .name }}
          image: {{ include "scribe.image" . }}
          imagePullPolicy: {{ .root.Values.image.pullPolicy }}
          securityContext:
            {{- include "scribe.containerSecurity" . | nindent 12 }}
          ports:
            - {name: http, containerPort: {{ .port }}}
          env:
            - {name: JAVA_TOOL_OPTIONS, value: "-XX:MaxRAMPercentage={{ .heap }}"}
            - {name: LOG_JSON, value: "true"}
            {{- if .root.Values.monitoring.traces }}
            - {name: OTEL_SDK_DISABLED, value: "false"}
            - {name: OTEL_EXPORTER_OTLP_ENDPOINT, value: {{ .root.Values.monitoring.traces | quote }}}
            {{- end }}
            {{- include "scribe.kafka" . | nindent 12 }}
            {{- .env | trim | nindent 12 }}
            {{- range $name, $value := .settings }}
            - {name: {{ $name }}, value: {{ $value | quote }}}
            {{- end }}
          resources:
            {{- toYaml .resources | nindent 12 }}
          # A start from the image's own cache takes seconds; on a busy node, minutes.
          startupProbe:
            httpGet: {path: /health/live, port: http}
            periodSeconds: 2
            failureThreshold: 90
          livenessProbe:
            httpGet: {path: /health/live, port: http}
            periodSeconds: 10
            timeoutSeconds: 5
            failureThreshold: 6
          readinessProbe:
            httpGet: {path: /health/ready, port: http}
            periodSeconds: 5
            timeoutSeconds: 5
          lifecycle:
            # So long, nodes and proxies may still send it what is new.
            preStop:
              sleep: {seconds: 5}
          volumeMounts:
            - {name: temporary, mountPath: /tmp}
            - {name: kafka-user, mountPath: /etc/kafka-user, readOnly: true}
            - {name: kafka-authority, mountPath: /etc/kafka-authority, readOnly: true}
            {{- with .mounts }}
            {{- . | trim | nindent 12 }}
            {{- end }}
      volumes:
        # Native libraries are unpacked here and run from here.
        - name: temporary
          emptyDir: {sizeLimit: {{ .temporary }}}
        - name: kafka-user
          secret:
            secretName: {{ .name }}
            defaultMode: 0440
            items: [{key: user.p12, path: user.p12}]
        - name: kafka-authority
          secret:
            secretName: {{ .root.Values.kafka.name }}-cluster-ca-cert
            defaultMode: 0440
            items: [{key: ca.crt, path: ca.crt}]
        {{- with .volumes }}
        {{- . | trim | nindent 8 }}
        {{- end }}
---
apiVersion: v1
kind: Service
metadata:
  name: {{ .name }}
  labels:
    {{- include "scribe.labels" . | nindent 4 }}
spec:
  selector:
    {{- include "scribe.selector" .name | nindent 4 }}
  ports:
    - {name: http, port: {{ .port }}, targetPort: http, appProtocol: http}
{{ include "scribe.disruption" (merge (dict "replicas" .least) .) }}
{{- end -}}
